"""work-reports: local government work reports, cleaned, linked and published."""
