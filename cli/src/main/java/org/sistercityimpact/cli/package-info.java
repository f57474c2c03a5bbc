/**
 * The {@code impact} command: thin classes that read arguments, call the rooms behind, and print.
 */
package org.sistercityimpact.cli;
