#!/bin/sh
# Builds the paper and prints what any CI needs to know, as lines that shells read too:
#   changed=true   readers get something else: deploy
#   rendered=true  the archive knows something new: save it, after the deployment
#   errors=true    some stories have errors: end red, last of all
# Flags are those of the build. Ends with another exit code than 0 where nothing could be built.
# Leaves the report in .cache/report.json, for what has to know more.
code=0
mkdir -p .cache
npm run --silent build -- --json "$@" > .cache/report.json || code=$?
test "$code" -lt 2 || exit "$code"
node -p '
  const { changes, rendered } = JSON.parse(fs.readFileSync(".cache/report.json", "utf8"));
  const isChanged = Object.values(changes).some((addresses) => addresses.length > 0);
  `changed=${isChanged}\nrendered=${rendered > 0}`
'
echo "errors=$(test "$code" = 0 && echo false || echo true)"
