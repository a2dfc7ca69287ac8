"""Endurance: thousands of visits in one process, with faults at random moments (`./station soak --visits N`)."""
