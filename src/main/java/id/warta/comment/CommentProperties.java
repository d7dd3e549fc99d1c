package id.warta.comment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How comments are written and kept.
 *
 * @param editableFor for how long after they wrote it somebody may edit and delete a
 * comment
 * @param minimumTime how long somebody looks at an article at least before they have
 * written a comment; 0 lets comments without a form's token in too
 * @param limitPeriod the time in which the following numbers of comments may be written
 * @param perAddress from one address, or one network of 64 bits
 * @param perEmail in one name
 * @param perArticle below one article
 * @param reactionsPerAddress how many likes and reports come from one address in that
 * time
 * @param addressRetention how long addresses and user agents are kept
 */
@ConfigurationProperties("warta.comments")
public record CommentProperties(@DefaultValue("15m") Duration editableFor, @DefaultValue("3s") Duration minimumTime,
		@DefaultValue("10m") Duration limitPeriod, @DefaultValue("10") int perAddress, @DefaultValue("10") int perEmail,
		@DefaultValue("300") int perArticle, @DefaultValue("200") int reactionsPerAddress,
		@DefaultValue("30d") Duration addressRetention) {

}
