/** A lab file that is shown to people: output, position, and the ways back. For {@code present} and {@code learn}. */
@org.jspecify.annotations.NullMarked
package dev.pgduo.shell.stage;
