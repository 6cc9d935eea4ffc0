"""What leaves the program as a file: spreadsheet, calendar, JSON, printable pages."""
