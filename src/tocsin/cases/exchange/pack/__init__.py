"""A whole case as one zip, and its return: byte for byte, all of it or nothing.

`tables/*.jsonl` hold one row a line. A row names another by its place in that row's table, counted from 0, so that
the same case restored elsewhere gives the same lines. `reports/<sha256>` are the bytes as they were received,
`audit.jsonl` the trail, `manifest.json` lists every file with its hash.
"""
