package gazetteer

// Load reads the embedded lists anew.
var Load = load
