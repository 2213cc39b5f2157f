package org.caucus.operator.sessions;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.caucus.http.RecoveryRequests;
import org.caucus.identity.revocation.CredentialRevocation;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code caucus sessions confirm}: the word of a convenor, where the only one is the person who
 * asks.
 */
@Command(
    name = "confirm",
    description =
        "Says in place of a convenor that it is this person who has lost all passkeys and asks to"
            + " be let in. Speak to them first, best by telephone: the person who reads their mail"
            + " may be somebody else, and have them read you the number that their browser shows. A"
            + " new code lets them in then, in that browser; where the server runs all their"
            + " addresses are told.",
    mixinStandardHelpOptions = true)
final class SessionsConfirmCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();
  @Mixin SessionTarget whose = new SessionTarget();

  @Option(
      names = "--number",
      paramLabel = "NUMBER",
      required = true,
      description = "the eight digits that their browser shows")
  String number = "";

  @Override
  public int run(OperatorContext desk, Console console) {
    if (whose.everybody()) {
      console.note("Name one person: --person ADDRESS. Nothing was changed.");
      return NOT_DONE;
    }
    CredentialRevocation ending = desk.ending().get();
    var person = whose.person(ending, console);
    if (person.isEmpty()) {
      return NOT_DONE;
    }
    Optional<RecoveryRequests.Asked> asked = ending.vouch(person.get(), number);
    if (asked.isEmpty()) {
      console.note(
          "No browser that shows this number asks for them: they sign in with a code first, and are"
              + " told that a passkey is needed, and a number. Nothing was changed.");
      return NOT_DONE;
    }
    console.say(
        asked.get().entered()
            ? "Confirmed. They wait no more: all their workspaces are open to them."
            : "Confirmed. Until %s a new code lets them in, in that browser, and from then on a code is enough."
                .formatted(asked.get().until().truncatedTo(ChronoUnit.MINUTES)));
    return DONE;
  }
}
