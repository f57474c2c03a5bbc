# Part of ./impact: builds the program, and prepares its fast start. Uses its variables.
# shellcheck shell=bash disable=SC2154

build() {
  if ! command -v mvn >/dev/null 2>&1; then
    echo "Cannot build impact: no 'mvn' found (install Apache Maven 3.8 or newer)" >&2
    exit 2
  fi
  echo "Building Sister City Impact (first use or changed sources; the first time takes a few minutes)" >&2
  local log="$home/target/impact-build.log"
  mkdir -p "$home/target"
  rm -f "$app/built" "$archive"
  if ! (cd "$home" && mvn -B -ntp -DskipTests -pl cli -am package 2>&1) | tee "$log" |
    sed -un -e 's/^\[INFO\] Building Sister City Impact: \(.*\) [0-9.]*\(-SNAPSHOT\)\{0,1\} *\(\[.*\]\)$/  \3 \1/p' >&2; then
    echo "Cannot build impact: see $log" >&2
    grep -m 10 '^\[ERROR\]' "$log" >&2 || true
    exit 2
  fi
  touch "$app/built"
}

# Java takes no archive of classes that was made with other jars, such as those from before 'mvn verify'.
cold() {
  local jar
  for jar in "$app"/impact.jar "$app"/lib/impact-*.jar; do
    [ "$jar" -nt "$app/warm" ] && return 0
  done
  return 1
}

# Three runs over the sample teach Java which classes to keep ready (class data sharing). A list of them
# and not the archive that a run leaves behind, since that would not hold classes as old as picocli's.
warm_up() {
  local scratch classes
  scratch="$(mktemp -d)"
  classes="$scratch/classes"
  echo "  Preparing a fast start" >&2
  {
    "$java" "${jvm[@]}" "@$options-quick" -XX:DumpLoadedClassList="$classes" -jar "$app/impact.jar" demo --out "$scratch/demo" &&
      "$java" "${jvm[@]}" "@$options-quick" -XX:DumpLoadedClassList="$classes.trace" -jar "$app/impact.jar" \
        trace economic_output --warehouse "$scratch/demo/warehouse" &&
      printf '%s\n' "FROM metrics LIMIT 1;" ".mode csv" "FROM metrics LIMIT 1;" ".mode json" "FROM metrics LIMIT 1;" |
      "$java" "${jvm[@]}" "@$options-quick" -XX:DumpLoadedClassList="$classes.sql" -jar "$app/impact.jar" \
        sql --warehouse "$scratch/demo/warehouse" &&
      awk '!seen[$0]++' "$classes" "$classes.trace" "$classes.sql" >"$classes.all" &&
      # Objects are kept ready only by the other collector; any may read them.
      "$java" "${jvm[@]}" -XX:-UseSerialGC -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$classes.all" \
        -XX:SharedArchiveFile="$archive" -jar "$app/impact.jar"
  } >/dev/null 2>&1 || rm -f "$archive"
  rm -rf "$scratch"
  touch "$app/warm"
}
