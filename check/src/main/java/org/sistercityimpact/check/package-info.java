/**
 * The pure checker: the bytes of one file and a contract in, typed rows and problems out. No clock,
 * no disk and no engine, so that any engine can run it.
 */
package org.sistercityimpact.check;
