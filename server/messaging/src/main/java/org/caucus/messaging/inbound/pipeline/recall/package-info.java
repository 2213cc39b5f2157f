/**
 * An author answers the echo of what they posted, and takes it back. {@link
 * org.caucus.messaging.inbound.pipeline.recall.RecallByReply} is the step that sees it, {@link
 * org.caucus.messaging.inbound.pipeline.recall.EchoRecalls} what it asks. The rest is that of the
 * browser: the same command, the same minute.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline.recall;

import org.jspecify.annotations.NullMarked;
