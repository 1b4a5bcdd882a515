"""The words of the house: frozen data, standard library only."""
