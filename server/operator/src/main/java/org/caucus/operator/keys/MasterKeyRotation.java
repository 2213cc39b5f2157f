package org.caucus.operator.keys;

import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.keys.MasterRotation;

/** Tells the operator what a rotation of the master key did, and what is theirs to do. */
final class MasterKeyRotation {
  private MasterKeyRotation() {}

  static void run(boolean twoSteps, OperatorContext desk, Console console) {
    var rotation = new MasterRotation(desk.vault().ring(), n -> console.note(n + " rewrapped"));
    switch (rotation.run(twoSteps)) {
      case MasterRotation.Outcome.Prepared prepared -> prepared(prepared, console);
      case MasterRotation.Outcome.Done done -> done(done, console);
    }
  }

  private static void prepared(MasterRotation.Outcome.Prepared prepared, Console console) {
    var source = prepared.key().source();
    console.say("Step 1 of 2. Nothing is wrapped with the new key yet.");
    if (source.writable()) {
      console.say(
          "Copy " + source + " to every node that has a copy and start each of them again.");
    } else {
      console.say("This is the old and the new key. Put it into " + source + " on every node");
      console.say("and start each of them again:");
      console.say(prepared.key().text());
    }
    console.say("Then run this again.");
  }

  private static void done(MasterRotation.Outcome.Done done, Console console) {
    var source = done.key().source();
    console.say(done.keysets() + " keysets rewrapped. The old master key opens none of them.");
    if (source.writable()) {
      console.say(
          "The old key is not in " + source + " any more. Back the new one up, and copy it");
      console.say("to every node that has a copy of its own.");
    } else {
      console.say("Put this into " + source + " on every node, at the next start of each:");
      console.say(done.key().text());
    }
    console.say("Backups of the database from before still need the old master key.");
  }
}
