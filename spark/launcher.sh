# Part of ./impact: Spark is fetched when it is first asked for, and never otherwise. Uses its variables.
# shellcheck shell=bash disable=SC2034,SC2154

# By name, or by the address of storage that machines share, such as hdfs://host/folder.
asks_for_spark() {
  local previous="" argument
  shopt -s nocasematch
  for argument in "$@"; do
    case "$argument" in
      --engine=*) previous="--engine" argument="${argument#*=}" ;;
      --warehouse=*) argument="${argument#*=}" ;;
    esac
    if [[ "$previous" = "--engine" && "$argument" = spark ]] ||
      [[ "$previous" != "--master" && "$argument" =~ ^[a-z][a-z0-9+.-]+:// && "$argument" != file://* ]]; then
      shopt -u nocasematch
      return 0
    fi
    previous="$argument"
  done
  shopt -u nocasematch
  return 1
}

# Sets what to run, and with which options.
use_spark() {
  local spark="$home/spark/target/spark"
  archive="$spark/impact-spark.jsa"
  jvm+=("@$home/spark/java-options" "@$home/cli/launcher/java-options-patient" "@$home/spark/java-options-driver")
  program=(-cp "$app/impact.jar:$spark/impact-spark.jar:$spark/jars/*" org.sistercityimpact.cli.Impact)
  # Only local-cluster[...] starts workers from here; they look for Spark's jars in SPARK_HOME.
  export SPARK_HOME="$spark" SPARK_SCALA_VERSION=2.13
  if [ ! -f "$spark/built" ] || [ -n "$(find "$home/pom.xml" "$home/spark" "$home/check/src" "$home/warehouse/src" "$home/ingest/src" \
    -newer "$spark/built" -not -path '*/src/test/*' -not -path '*/target/*' -type f -print -quit)" ]; then
    fetch_spark
  fi
  if [ "$app/warm" -nt "$spark/warm" ]; then
    warm_up_spark
  fi
}

fetch_spark() {
  echo "Fetching Spark (first use of --engine spark or of shared storage, or changed sources; about 190 MB the first time)" >&2
  local log="$home/target/impact-spark-build.log"
  mkdir -p "$home/target"
  rm -rf "$spark"
  if ! (cd "$home" && mvn -B -DskipTests -Plauncher -pl spark -am package 2>&1) | tee "$log" |
    awk '/Downloaded from .*[.]jar/ { n++; if (n % 20 == 0) { print "  " n " files fetched"; fflush() } }' >&2; then
    echo "Cannot fetch Spark: see $log" >&2
    grep -m 10 '^\[ERROR\]' "$log" >&2 || true
    exit 2
  fi
  cp "$home"/spark/target/impact-spark-*.jar "$spark/impact-spark.jar"
  touch "$spark/built"
}

# Spark loads some 20,000 classes before it does anything: this halves the wait.
warm_up_spark() {
  local scratch
  scratch="$(mktemp -d)"
  echo "  Preparing a fast start" >&2
  "$java" "${jvm[@]}" -XX:ArchiveClassesAtExit="$archive" "${program[@]}" ingest "$home/sample-data/inbox" --engine spark \
    --master "local[2]" --warehouse "$scratch/warehouse" >/dev/null 2>&1 || true # the sample has findings: exit code 1
  rm -rf "$scratch"
  touch "$spark/warm"
}
