/** Octets of letters as SMTP carries them: lines that end in CR and LF, bodies that many share. */
@NullMarked
package org.caucus.mail.message.octets;

import org.jspecify.annotations.NullMarked;
