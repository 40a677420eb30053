"""The same actions for programs: JSON over HTTP, one file a resource; `openapi.json` says what stands where."""
