/**
 * What the posting steps look at: a letter that has come to one address of one workspace.
 *
 * <p>An {@link org.caucus.postmaster.arrival.PipelineContext} is the letter ({@link
 * org.caucus.postmaster.arrival.IncomingLetter}), its {@link
 * org.caucus.postmaster.arrival.Destination} and the workspace as it is now; a {@link
 * org.caucus.postmaster.arrival.Verdict} is where it ends. {@link
 * org.caucus.postmaster.arrival.References} finds what a letter answers, {@link
 * org.caucus.postmaster.arrival.SenderTrust} whether its author is proven, {@link
 * org.caucus.postmaster.arrival.AddressPlan} how addresses are read, and {@link
 * org.caucus.postmaster.arrival.RefusalMessages} holds every sentence people are told.
 */
@NullMarked
package org.caucus.postmaster.arrival;

import org.jspecify.annotations.NullMarked;
