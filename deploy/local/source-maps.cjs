// Loaded first: stack traces name our own sources. `--enable-source-maps` would read the maps of every package as well,
// which costs 40 MB and a tenth of a second for each service.
require('node:module').setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
