package org.caucus.messaging.inbound;

import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.UnreadLetter;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * What becomes of a letter that could not be read. It may ask for fewer readers than its place has,
 * so nobody can have it posted as it is: who lets it in has it read once more.
 *
 * @param sender whom it names as its author, or else its envelope; empty if nobody
 * @param why it could not be read
 */
record UnreadVerdict(InboxMessage stored, String sender, Message why) {
  /** A convenor of the place is asked. */
  LetterCommand held(Destination to, MessageTarget place) {
    return new LetterCommand.HoldLetter(
        place,
        to.address(),
        sender,
        null,
        Hold.Awaits.CONVENOR,
        "",
        "",
        new EntryLetter(stored.blob().value(), null, null, true, List.of()),
        List.of(why),
        null,
        false,
        false,
        new UnreadLetter(
            to.thing(),
            to.detail(),
            InboxMessage.literal(stored.peer()),
            stored.helo(),
            stored.sender() == null ? null : stored.sender().toString(),
            stored.received(),
            stored.readings() + 1));
  }

  /** Nobody can be asked: what comes to a return path is a machine's, of all else it is told. */
  LetterCommand ended(Destination to) {
    return to.detail().startsWith(AddressPlan.BOUNCE)
        ? new LetterCommand.DropLetter(stored.id(), RefusalMessages.UNREAD.english())
        : new LetterCommand.RefuseLetter(
            stored.id(), to.address(), sender, "", List.of(RefusalMessages.UNREAD));
  }
}
