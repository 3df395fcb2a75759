"""Doc to Mentions: names by gazetteer and form, numbers and dates by grammar."""
