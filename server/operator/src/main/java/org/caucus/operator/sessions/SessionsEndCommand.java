package org.caucus.operator.sessions;

import org.caucus.identity.revocation.CredentialRevocation;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code caucus sessions end}: anyone who is signed in is not any more, from this moment on. */
@Command(
    name = "end",
    description =
        "Ends every session and personal token of a person, or of everybody; open pages close at"
            + " once. Who is concerned is told by mail. Signing in again stays possible.",
    mixinStandardHelpOptions = true)
final class SessionsEndCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();
  @Mixin SessionTarget whose = new SessionTarget();

  @Option(names = "--dry-run", description = "say what would be ended, and end nothing")
  boolean dryRun;

  @Override
  public int run(OperatorContext desk, Console console) {
    CredentialRevocation ending = desk.ending().get();
    CredentialRevocation.Found found;
    if (whose.everybody()) {
      found = dryRun ? ending.ofAll() : ending.endAll();
    } else {
      var person = whose.person(ending, console);
      if (person.isEmpty()) {
        return NOT_DONE;
      }
      found = dryRun ? ending.of(person.get()) : ending.end(person.get());
    }
    SessionTarget.say(found, dryRun ? "would be ended; nothing was changed" : "are ended", console);
    if (!dryRun) {
      remains(console, whose.everybody());
    }
    return DONE;
  }

  private static void remains(Console console, boolean ofAll) {
    console.say("What remains:");
    console.say("- their seats, and letters from their addresses: a convenor ends a seat;");
    if (ofAll) {
      console.say("- feed, calendar and webhook addresses, which end person by person;");
    }
    console.say("- signing in anew, by a passkey or a code to a mailbox that they hold;");
    console.say("- what is on a screen that is not touched, until it is reloaded.");
    console.say("Where several nodes run and none of them was asked (no server uses this data");
    console.say(
        "directory), the others refuse within 5 seconds and close streams within a minute.");
  }
}
