"""Declaration forms as data: definition, questions, conditions, journey, answers, prefill, check answers."""
