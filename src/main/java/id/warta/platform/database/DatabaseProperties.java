package id.warta.platform.database;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Warta uses PostgreSQL.
 *
 * @param statementTimeout how long a statement may take while Warta serves; commands such
 * as imports take the time they need
 */
@ConfigurationProperties("warta.database")
record DatabaseProperties(@DefaultValue("5s") Duration statementTimeout) {

}
