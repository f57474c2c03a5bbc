package org.sistercityimpact.checkpage.build;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Puts the browser's platform in the place of Java's. */
public final class BrowserSubstitution implements SubstitutionPolicy {
  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses("org.sistercityimpact.check.Platform"::equals)
        .replacePackage("org.sistercityimpact.check", "org.sistercityimpact.checkpage.browser")
        .simpleNamePrefix("Browser");
    sink.selectClasses("java.util.Formatter"::equals)
        .replacePackage("java.util", "org.sistercityimpact.checkpage.browser")
        .simpleNamePrefix("Browser");
  }
}
