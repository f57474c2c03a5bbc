/** What each table may hold: Table Schema (Data Package v2) descriptors and code lists, as data. */
package org.sistercityimpact.check.contract;
