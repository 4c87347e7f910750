/** What became of labs on servers: one record for a lab on a server, and what tells it in JUnit's, TAP's and JSON's words. */
@NullMarked
package dev.pgduo.replay.result;

import org.jspecify.annotations.NullMarked;
