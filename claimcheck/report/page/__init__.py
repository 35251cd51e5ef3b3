"""The HTML page: what its template, style and script are given; nothing in them decides what is shown."""
