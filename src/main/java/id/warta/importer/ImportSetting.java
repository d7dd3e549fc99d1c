package id.warta.importer;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What an import takes from the site that it goes to.
 *
 * @param zone for dates that name none
 * @param locale for texts whose language nobody tells, a BCP 47 tag
 * @param now the moment of the import
 */
record ImportSetting(ZoneId zone, String locale, Instant now) {

}
