"""From a resolution to the formats of others: Akoma Ntoso, the XML of legal documents."""
