/**
 * The chain: each record carries the {@link org.caucus.platform.eventlog.chain.RecordHash} of the
 * one before, so that the person who remembers one hash can tell whether anything up to it was
 * removed, altered or moved. A {@link org.caucus.platform.eventlog.chain.ChainedRecord} is what the
 * log seals: that hash, then what was appended. Nothing here reads or writes; {@link
 * org.caucus.platform.eventlog.EventLog} does.
 */
@NullMarked
package org.caucus.platform.eventlog.chain;

import org.jspecify.annotations.NullMarked;
