"""Files that the program writes: spreadsheets, calendars, JSON and printable pages."""
