/**
 * {@code caucus doctor}: looks at an installation from outside and says of each thing whether it
 * works and what to do. {@link org.caucus.app.doctor.Doctor} runs the {@link
 * org.caucus.app.doctor.SystemCheck checks} side by side; each gives {@link
 * org.caucus.app.doctor.Finding findings}. It makes no file and changes no setting.
 */
@NullMarked
package org.caucus.app.doctor;

import org.jspecify.annotations.NullMarked;
