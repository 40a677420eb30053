"""Where somebody's words stand, in the marks of any language."""

import re

QUOTE = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]')
