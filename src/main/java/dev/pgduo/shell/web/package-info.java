/** A running presentation as a web page that others read in their browsers. */
@NullMarked
package dev.pgduo.shell.web;

import org.jspecify.annotations.NullMarked;
