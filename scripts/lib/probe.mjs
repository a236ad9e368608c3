// Run by npx among the tools it provides: says which Node answers there, and where they all are.
console.log(JSON.stringify({ version: process.versions.node, path: process.env.PATH }));
