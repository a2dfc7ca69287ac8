"""What every screen is made of: snapshots, records, enumerations, pictures, wording. It knows no screen."""
