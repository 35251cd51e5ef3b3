"""Pages from the network, fetched politely and stored so that no later run needs it: the one room that goes there."""
