package org.sistercityimpact.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sistercityimpact.check.contract.FaultyContract;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DamageException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.TemporaryFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code impact} command: what its help shows first, and how every error ends. Public, for
 * spark-submit calls it.
 */
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "From the exchange logs of member cities to an impact report whose every figure can be traced.%n",
    footer = {
      "",
      "Begin with:  impact demo",
      "Exit codes:  0 good, 1 findings, 2 usage or configuration, 3 internal error,",
      "             4 publishing refused"
    })
public final class Impact {
  private static final Pattern COMMENT = Pattern.compile("--\\s");

  /** In the order of the help; each is called as its class is, without the word Command. */
  private static final List<Class<? extends ImpactCommand>> COMMANDS =
      List.of(
          DemoCommand.class,
          TemplateCommand.class,
          CheckPageCommand.class,
          CheckCommand.class,
          IngestCommand.class,
          TransformCommand.class,
          ReportCommand.class,
          RunCommand.class,
          StatusCommand.class,
          MatchCommand.class,
          TraceCommand.class,
          TablesCommand.class,
          SqlCommand.class,
          PublishCommand.class,
          RebuildCommand.class,
          ReleaseCommand.class,
          DiffCommand.class,
          EditionsCommand.class,
          WithdrawCommand.class,
          ForgetCommand.class,
          ExplainCommand.class,
          DoctorCommand.class);

  private Impact() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Results must not depend on the machine's language or clock zone.
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    TemporaryFolder.hold();
    if (!Arrays.asList(arguments).contains("--debug")) {
      // What a library logs is no line of ours: what is wrong reaches the user as one error.
      System.setProperty(
          "org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    }
    Thread loading = loading(arguments);
    Console console = Console.ofProcess();
    int code = run(console, arguments);
    boolean written = console.flush();
    awaited(loading);
    // Exits by itself: DuckDB and AWT leave no work to finish, only threads.
    Runtime.getRuntime().exit(written ? code : Math.max(code, ExitCode.INTERNAL));
  }

  /**
   * Half of a short command's time goes into DuckDB's library and the classes of the command line:
   * each is loaded on a core of its own.
   */
  private static Thread loading(String... arguments) {
    Thread loading = new Thread(DuckDb::load, "load DuckDB");
    // Who wants to use it will hear why it cannot be loaded.
    loading.setUncaughtExceptionHandler((thread, fault) -> {});
    if (arguments.length > 1) {
      loading.start();
    }
    return loading;
  }

  /** The process must not end while the library is still being set up. */
  private static void awaited(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Parses and runs one command line. Without a lambda of the library's types: one would keep its
   * largest class, which is of an old format, out of the archive that makes starts fast.
   */
  static int run(Console console, String... arguments) {
    CommandLine line = new CommandLine(new Impact(), new CommandFactory(console));
    for (Class<? extends ImpactCommand> command : commands(arguments)) {
      line.addSubcommand(command);
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    Faults faults = new Faults(console);
    line.setParameterExceptionHandler(faults);
    line.setExecutionExceptionHandler(faults);
    if (arguments.length == 0) {
      line.usage(line.getOut());
      return ExitCode.GOOD;
    }
    try {
      return line.execute(Stream.of(arguments).map(Impact::statement).toArray(String[]::new));
    } catch (OutOfMemoryError e) {
      console.fail(
          "Cannot finish 'impact %s': memory ran out at %d MB (give more: IMPACT_JAVA_OPTS=-Xmx4g; nothing half-written counts)"
              .formatted(arguments[0], Runtime.getRuntime().maxMemory() >> 20));
      return ExitCode.INTERNAL;
    }
  }

  /** A statement may begin with a comment, which is no option. */
  private static String statement(String argument) {
    return COMMENT.matcher(argument).lookingAt() ? " " + argument : argument;
  }

  /**
   * Only the command that is called, if it is one: to look at all of them takes a tenth of a
   * second.
   */
  private static List<Class<? extends ImpactCommand>> commands(String... arguments) {
    String called = (arguments.length == 0 ? "" : arguments[0]) + "command";
    return COMMANDS.stream()
        .filter(command -> command.getSimpleName().toLowerCase(Locale.ROOT).equals(called))
        .findFirst()
        .map(List::<Class<? extends ImpactCommand>>of)
        .orElse(COMMANDS);
  }

  /** How a command that cannot run, or fails, is told. */
  private record Faults(Console console)
      implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
      console.fail(misused(fault));
      return ExitCode.CONFIGURATION;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
      return told(console, fault, parsed);
    }
  }

  /** What was wrong with a command line, and what may have been meant. */
  private static String misused(ParameterException fault) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    if (!(fault instanceof UnmatchedArgumentException unmatched)) {
      return "Cannot run '%s': %s (see '%s --help')"
          .formatted(command, oneLine(fault.getMessage()), command);
    }
    String given = unmatched.getUnmatched().get(0);
    boolean noCommand = fault.getCommandLine().getParent() == null && !unmatched.isUnknownOption();
    return "Cannot run '%s': %s (%ssee '%s --help')"
        .formatted(
            noCommand ? command + " " + given : command,
            noCommand ? "there is no such command" : oneLine(fault.getMessage()),
            unmatched.getSuggestions().stream()
                .filter(each -> initial(each).equals(initial(given)))
                .findFirst()
                .map("did you mean %s? "::formatted)
                .orElse(""),
            command);
  }

  /** The first letter of a word or option; the library finds something like every word. */
  private static String initial(String word) {
    return word.replaceFirst("^-*(.?).*", "$1");
  }

  private static int told(Console console, Exception fault, ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.hasMatchedOption("--debug")) {
      console.trace(fault);
    }
    if (fault instanceof ConfigurationException || fault instanceof FaultyContract) {
      console.fail(fault.getMessage());
      return ExitCode.CONFIGURATION;
    }
    if (fault instanceof DamageException) {
      console.fail(fault.getMessage());
      return ExitCode.INTERNAL;
    }
    if (fault instanceof UncheckedIOException && fault.getMessage().startsWith("Cannot ")) {
      console.fail(
          "%s (check space and permissions of the folders named; nothing half-written counts)"
              .formatted(oneLine(fault.getMessage())));
      return ExitCode.INTERNAL;
    }
    if (fault instanceof IOException || fault instanceof UncheckedIOException) {
      console.fail(
          "Cannot finish '%s': %s (check space and permissions of the folders named; nothing half-written counts)"
              .formatted(last.commandSpec().qualifiedName(), oneLine(reason(fault))));
      return ExitCode.INTERNAL;
    }
    console.fail(
        "Cannot finish '%s': %s (this is a fault of the program; run again with --debug and report it)"
            .formatted(last.commandSpec().qualifiedName(), oneLine(fault.toString())));
    return ExitCode.INTERNAL;
  }

  private static String reason(Exception fault) {
    Throwable cause = fault instanceof UncheckedIOException ? fault.getCause() : fault;
    if (cause instanceof java.nio.file.AccessDeniedException denied) {
      return "permission denied for " + denied.getFile();
    }
    if (cause instanceof java.nio.file.NoSuchFileException missing) {
      return "no such file " + missing.getFile();
    }
    String message = String.valueOf(cause.getMessage());
    return TemporaryFolder.isFull()
        ? "%s: the temporary folder is full (%s)".formatted(message, TemporaryFolder.advice())
        : message;
  }

  private static String oneLine(String text) {
    return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
