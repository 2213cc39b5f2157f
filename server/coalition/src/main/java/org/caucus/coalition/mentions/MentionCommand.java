package org.caucus.coalition.mentions;

import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;

/** What can be asked of mentions; they are made by what people say. */
public sealed interface MentionCommand extends Command {
  /** Takes what somebody was asked there off what waits for them. */
  record DismissMention(Ref of) implements MentionCommand {}
}
