/**
 * Changes a node's settings and its pg_hba.conf, with the server's check, and tells what is needed for a change to take effect.
 */
@NullMarked
package dev.pgduo.lab.conf;

import org.jspecify.annotations.NullMarked;
