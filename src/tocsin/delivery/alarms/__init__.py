"""Bursts of letters that are not as usual: found in what is lawfully kept, told to whoever publishes, judged by her."""
