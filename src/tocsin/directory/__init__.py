"""Offices, their contact points and whom they serve, as stored: confirm, retire."""
