package org.caucus.operator.sessions;

import org.caucus.http.PersonDirectory.Person;
import org.caucus.identity.revocation.CredentialRevocation;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code caucus sessions}: the list of its commands. */
@Command(
    name = "sessions",
    description = "What people are signed in with; ends it, and lets back in.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SessionsCommand.Show.class,
      SessionsEndCommand.class,
      SessionsConfirmCommand.class
    })
public final class SessionsCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Override
  public int run(OperatorContext desk, Console console) {
    SessionTarget.say(desk.ending().get().ofAll(), "are open", console);
    console.say("See: caucus sessions show --help, caucus sessions end --help");
    return DONE;
  }

  /** {@code caucus sessions show}. */
  @Command(
      name = "show",
      description =
          "Lists what a person is signed in with, and what the log calls their account; changes"
              + " nothing.",
      mixinStandardHelpOptions = true)
  static final class Show implements OperatorCommand {
    @Mixin DataOption data = new DataOption();
    @Mixin SessionTarget whose = new SessionTarget();

    @Override
    public int run(OperatorContext desk, Console console) {
      CredentialRevocation ending = desk.ending().get();
      if (whose.everybody()) {
        SessionTarget.say(ending.ofAll(), "are open", console);
        return DONE;
      }
      var person = whose.person(ending, console);
      person.ifPresent(p -> list(ending, p, console));
      return person.isPresent() ? DONE : NOT_DONE;
    }

    private static void list(CredentialRevocation ending, Person person, Console console) {
      CredentialRevocation.Found found = ending.of(person);
      console.say("In the log: account=" + ending.reference(person));
      found
          .sessions()
          .forEach(
              s -> console.say("session, signed in %s, used %s".formatted(s.began(), s.used())));
      found
          .tokens()
          .forEach(
              t -> console.say("token, made %s, until %s".formatted(t.created(), t.expires())));
      SessionTarget.say(found, "are open", console);
    }
  }
}
