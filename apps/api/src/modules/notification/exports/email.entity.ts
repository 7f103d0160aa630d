import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, textColumn } from "#platform/database/columns.js";

/** An e-mail to be sent; in a sandbox without SMTP, what its mailbox page shows. */
@Entity("emails")
@Index(["createdAt", "id"])
export class EmailEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) toAddress!: string;
  @Column(textColumn) subject!: string;
  @Column(textColumn) body!: string;
  @Column(instant) createdAt!: Date;
  @Column(nullableInstant) sentAt!: Date | null;
}
