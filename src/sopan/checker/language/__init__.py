"""What the rules know of Indonesian office language: word lists, forms of words, laws, offices, persons.

Every function takes a text and gives a value; analyses are kept for texts already seen, in bounded caches.
"""
