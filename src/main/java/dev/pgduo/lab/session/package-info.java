/** The numbered sessions of a lab: who waits, who answers, what a backslash command reaches. */
@NullMarked
package dev.pgduo.lab.session;

import org.jspecify.annotations.NullMarked;
