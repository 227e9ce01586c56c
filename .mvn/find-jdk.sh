# Sourced by mvnw (and the scripts in ops): sets JAVA_HOME to an installed JDK 25 when the one in use is another.
# Looks at JAVA_HOME first, then where Linux, SDKMAN, IntelliJ and macOS keep theirs. Finding none is left to the
# build, which says so.
is_jdk_25() { [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"; }
if ! is_jdk_25 "${JAVA_HOME:-/nowhere}"; then
  for candidate in /usr/lib/jvm/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* \
    /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      break
    fi
  done
fi
