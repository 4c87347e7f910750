/** The running class as a page that others read in their browsers. */
@NullMarked
package dev.pgduo.shell.web;

import org.jspecify.annotations.NullMarked;
