"""The rules an event is judged by, one small module a subject: each holds its rules and the checks that apply them."""
