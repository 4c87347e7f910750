/** The numbered sessions of a lab and the nodes' shells: waits between them, and their backslash commands. */
@NullMarked
package dev.pgduo.lab.session;

import org.jspecify.annotations.NullMarked;
