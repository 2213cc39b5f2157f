/**
 * What the posting steps look at: a letter that has come to one address of one workspace.
 *
 * <p>An {@link org.caucus.messaging.inbound.pipeline.PipelineContext} is the letter ({@link
 * org.caucus.messaging.inbound.pipeline.IncomingLetter}), its {@link
 * org.caucus.messaging.inbound.pipeline.Destination} and the workspace as it is now; a {@link
 * org.caucus.messaging.inbound.pipeline.Verdict} is where it ends. {@link
 * org.caucus.messaging.inbound.pipeline.References} finds what a letter answers, {@link
 * org.caucus.messaging.inbound.pipeline.SenderTrust} whether its author is proven, {@link
 * org.caucus.messaging.inbound.pipeline.AddressPlan} how addresses are read, and {@link
 * org.caucus.messaging.inbound.pipeline.RefusalMessages} holds every sentence people are told.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline;

import org.jspecify.annotations.NullMarked;
