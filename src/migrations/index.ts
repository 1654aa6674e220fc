import * as migration_20261120_140722_initial from './20261120_140722_initial';
import * as migration_20261120_140800_rules_in_sql from './20261120_140800_rules_in_sql';
import * as migration_20261120_142807_po_limit_currency from './20261120_142807_po_limit_currency';
import * as migration_20261120_143850_acceptance from './20261120_143850_acceptance';
import * as migration_20261120_144105_fewer_indexes from './20261120_144105_fewer_indexes';
import * as migration_20261120_154045_stripe_customer_index from './20261120_154045_stripe_customer_index';
import * as migration_20261120_162000_enqueue_many from './20261120_162000_enqueue_many';
import * as migration_20261121_150627_playbooks from './20261121_150627_playbooks';
import * as migration_20261121_151820_agreed_go_live from './20261121_151820_agreed_go_live';
import * as migration_20261121_152738_health_review from './20261121_152738_health_review';
import * as migration_20261121_155206_adoption_scope from './20261121_155206_adoption_scope';
import * as migration_20261121_180000_playbook_rules from './20261121_180000_playbook_rules';
import * as migration_20261121_180500_frozen_decisions from './20261121_180500_frozen_decisions';
import * as migration_20261128_211509_accounts from './20261128_211509_accounts';
import * as migration_20261128_211827_payments from './20261128_211827_payments';
import * as migration_20261128_212100_stored_names from './20261128_212100_stored_names';
import * as migration_20261128_212245_claims_and_attempts from './20261128_212245_claims_and_attempts';
import * as migration_20261128_212404_approvals from './20261128_212404_approvals';
import * as migration_20261128_212516_amendments from './20261128_212516_amendments';
import * as migration_20261128_212517_record_versions from './20261128_212517_record_versions';
import * as migration_20261128_213000_account_links from './20261128_213000_account_links';
import * as migration_20261128_213001_denials from './20261128_213001_denials';
import * as migration_20261128_213100_reliability from './20261128_213100_reliability';
import * as migration_20261128_215000_approval_rules from './20261128_215000_approval_rules';
import * as migration_20261128_215500_gate_standard from './20261128_215500_gate_standard';
import * as migration_20261128_221245_reopened from './20261128_221245_reopened';
import * as migration_20261128_230500_sample_removal from './20261128_230500_sample_removal';
import * as migration_20261129_010522_unproved_marks from './20261129_010522_unproved_marks';
import * as migration_20261129_020141_approvals_without_contracts from './20261129_020141_approvals_without_contracts';
import * as migration_20261129_042500_probe_disk from './20261129_042500_probe_disk';
import * as migration_20261129_043017_agreed_scope from './20261129_043017_agreed_scope';
import * as migration_20261129_043500_product_syncs from './20261129_043500_product_syncs';
import * as migration_20261129_044554_playbook_words from './20261129_044554_playbook_words';
import * as migration_20261129_044555_item_notices from './20261129_044555_item_notices';
import * as migration_20261129_044622_settings_without_words from './20261129_044622_settings_without_words';
import * as migration_20261129_045831_hypercare_acceptance from './20261129_045831_hypercare_acceptance';
import * as migration_20261129_045832_acceptance_history from './20261129_045832_acceptance_history';
import * as migration_20261129_051500_days_kept from './20261129_051500_days_kept';
import * as migration_20261129_051943_calendar_days from './20261129_051943_calendar_days';
import * as migration_20261129_052200_go_live_records from './20261129_052200_go_live_records';
import * as migration_20261129_052500_sign_in_hardening from './20261129_052500_sign_in_hardening';
import * as migration_20261129_054300_acceptances_in_time from './20261129_054300_acceptances_in_time';
import * as migration_20261129_055144_needed_contracts from './20261129_055144_needed_contracts';
import * as migration_20261129_055919_go_live_needs from './20261129_055919_go_live_needs';
import * as migration_20261129_061217_criteria_of_use from './20261129_061217_criteria_of_use';
import * as migration_20261129_094854_first_sign_in from './20261129_094854_first_sign_in';
import * as migration_20261129_100833_more_calendar_days from './20261129_100833_more_calendar_days';
import * as migration_20261129_101459_items_shown_by_records from './20261129_101459_items_shown_by_records';
import * as migration_20261129_102854_gate_waits from './20261129_102854_gate_waits';
import * as migration_20261129_103934_lessons_proposed from './20261129_103934_lessons_proposed';

export const migrations = [
  {
    up: migration_20261120_140722_initial.up,
    down: migration_20261120_140722_initial.down,
    name: '20261120_140722_initial',
  },
  {
    up: migration_20261120_140800_rules_in_sql.up,
    down: migration_20261120_140800_rules_in_sql.down,
    name: '20261120_140800_rules_in_sql',
  },
  {
    up: migration_20261120_142807_po_limit_currency.up,
    down: migration_20261120_142807_po_limit_currency.down,
    name: '20261120_142807_po_limit_currency',
  },
  {
    up: migration_20261120_143850_acceptance.up,
    down: migration_20261120_143850_acceptance.down,
    name: '20261120_143850_acceptance',
  },
  {
    up: migration_20261120_144105_fewer_indexes.up,
    down: migration_20261120_144105_fewer_indexes.down,
    name: '20261120_144105_fewer_indexes',
  },
  {
    up: migration_20261120_154045_stripe_customer_index.up,
    down: migration_20261120_154045_stripe_customer_index.down,
    name: '20261120_154045_stripe_customer_index',
  },
  {
    up: migration_20261120_162000_enqueue_many.up,
    down: migration_20261120_162000_enqueue_many.down,
    name: '20261120_162000_enqueue_many',
  },
  {
    up: migration_20261121_150627_playbooks.up,
    down: migration_20261121_150627_playbooks.down,
    name: '20261121_150627_playbooks',
  },
  {
    up: migration_20261121_151820_agreed_go_live.up,
    down: migration_20261121_151820_agreed_go_live.down,
    name: '20261121_151820_agreed_go_live',
  },
  {
    up: migration_20261121_152738_health_review.up,
    down: migration_20261121_152738_health_review.down,
    name: '20261121_152738_health_review',
  },
  {
    up: migration_20261121_155206_adoption_scope.up,
    down: migration_20261121_155206_adoption_scope.down,
    name: '20261121_155206_adoption_scope',
  },
  {
    up: migration_20261121_180000_playbook_rules.up,
    down: migration_20261121_180000_playbook_rules.down,
    name: '20261121_180000_playbook_rules',
  },
  {
    up: migration_20261121_180500_frozen_decisions.up,
    down: migration_20261121_180500_frozen_decisions.down,
    name: '20261121_180500_frozen_decisions',
  },
  {
    up: migration_20261128_211509_accounts.up,
    down: migration_20261128_211509_accounts.down,
    name: '20261128_211509_accounts',
  },
  {
    up: migration_20261128_211827_payments.up,
    down: migration_20261128_211827_payments.down,
    name: '20261128_211827_payments',
  },
  {
    up: migration_20261128_212100_stored_names.up,
    down: migration_20261128_212100_stored_names.down,
    name: '20261128_212100_stored_names',
  },
  {
    up: migration_20261128_212245_claims_and_attempts.up,
    down: migration_20261128_212245_claims_and_attempts.down,
    name: '20261128_212245_claims_and_attempts',
  },
  {
    up: migration_20261128_212404_approvals.up,
    down: migration_20261128_212404_approvals.down,
    name: '20261128_212404_approvals',
  },
  {
    up: migration_20261128_212516_amendments.up,
    down: migration_20261128_212516_amendments.down,
    name: '20261128_212516_amendments',
  },
  {
    up: migration_20261128_212517_record_versions.up,
    down: migration_20261128_212517_record_versions.down,
    name: '20261128_212517_record_versions',
  },
  {
    up: migration_20261128_213000_account_links.up,
    down: migration_20261128_213000_account_links.down,
    name: '20261128_213000_account_links',
  },
  {
    up: migration_20261128_213001_denials.up,
    down: migration_20261128_213001_denials.down,
    name: '20261128_213001_denials',
  },
  {
    up: migration_20261128_213100_reliability.up,
    down: migration_20261128_213100_reliability.down,
    name: '20261128_213100_reliability',
  },
  {
    up: migration_20261128_215000_approval_rules.up,
    down: migration_20261128_215000_approval_rules.down,
    name: '20261128_215000_approval_rules',
  },
  {
    up: migration_20261128_215500_gate_standard.up,
    down: migration_20261128_215500_gate_standard.down,
    name: '20261128_215500_gate_standard',
  },
  {
    up: migration_20261128_221245_reopened.up,
    down: migration_20261128_221245_reopened.down,
    name: '20261128_221245_reopened',
  },
  {
    up: migration_20261128_230500_sample_removal.up,
    down: migration_20261128_230500_sample_removal.down,
    name: '20261128_230500_sample_removal',
  },
  {
    up: migration_20261129_010522_unproved_marks.up,
    down: migration_20261129_010522_unproved_marks.down,
    name: '20261129_010522_unproved_marks',
  },
  {
    up: migration_20261129_020141_approvals_without_contracts.up,
    down: migration_20261129_020141_approvals_without_contracts.down,
    name: '20261129_020141_approvals_without_contracts',
  },
  {
    up: migration_20261129_042500_probe_disk.up,
    down: migration_20261129_042500_probe_disk.down,
    name: '20261129_042500_probe_disk',
  },
  {
    up: migration_20261129_043017_agreed_scope.up,
    down: migration_20261129_043017_agreed_scope.down,
    name: '20261129_043017_agreed_scope',
  },
  {
    up: migration_20261129_043500_product_syncs.up,
    down: migration_20261129_043500_product_syncs.down,
    name: '20261129_043500_product_syncs',
  },
  {
    up: migration_20261129_044554_playbook_words.up,
    down: migration_20261129_044554_playbook_words.down,
    name: '20261129_044554_playbook_words',
  },
  {
    up: migration_20261129_044555_item_notices.up,
    down: migration_20261129_044555_item_notices.down,
    name: '20261129_044555_item_notices',
  },
  {
    up: migration_20261129_044622_settings_without_words.up,
    down: migration_20261129_044622_settings_without_words.down,
    name: '20261129_044622_settings_without_words',
  },
  {
    up: migration_20261129_045831_hypercare_acceptance.up,
    down: migration_20261129_045831_hypercare_acceptance.down,
    name: '20261129_045831_hypercare_acceptance',
  },
  {
    up: migration_20261129_045832_acceptance_history.up,
    down: migration_20261129_045832_acceptance_history.down,
    name: '20261129_045832_acceptance_history',
  },
  {
    up: migration_20261129_051500_days_kept.up,
    down: migration_20261129_051500_days_kept.down,
    name: '20261129_051500_days_kept',
  },
  {
    up: migration_20261129_051943_calendar_days.up,
    down: migration_20261129_051943_calendar_days.down,
    name: '20261129_051943_calendar_days',
  },
  {
    up: migration_20261129_052200_go_live_records.up,
    down: migration_20261129_052200_go_live_records.down,
    name: '20261129_052200_go_live_records',
  },
  {
    up: migration_20261129_052500_sign_in_hardening.up,
    down: migration_20261129_052500_sign_in_hardening.down,
    name: '20261129_052500_sign_in_hardening',
  },
  {
    up: migration_20261129_054300_acceptances_in_time.up,
    down: migration_20261129_054300_acceptances_in_time.down,
    name: '20261129_054300_acceptances_in_time',
  },
  {
    up: migration_20261129_055144_needed_contracts.up,
    down: migration_20261129_055144_needed_contracts.down,
    name: '20261129_055144_needed_contracts',
  },
  {
    up: migration_20261129_055919_go_live_needs.up,
    down: migration_20261129_055919_go_live_needs.down,
    name: '20261129_055919_go_live_needs',
  },
  {
    up: migration_20261129_061217_criteria_of_use.up,
    down: migration_20261129_061217_criteria_of_use.down,
    name: '20261129_061217_criteria_of_use',
  },
  {
    up: migration_20261129_094854_first_sign_in.up,
    down: migration_20261129_094854_first_sign_in.down,
    name: '20261129_094854_first_sign_in',
  },
  {
    up: migration_20261129_100833_more_calendar_days.up,
    down: migration_20261129_100833_more_calendar_days.down,
    name: '20261129_100833_more_calendar_days',
  },
  {
    up: migration_20261129_101459_items_shown_by_records.up,
    down: migration_20261129_101459_items_shown_by_records.down,
    name: '20261129_101459_items_shown_by_records',
  },
  {
    up: migration_20261129_102854_gate_waits.up,
    down: migration_20261129_102854_gate_waits.down,
    name: '20261129_102854_gate_waits',
  },
  {
    up: migration_20261129_103934_lessons_proposed.up,
    down: migration_20261129_103934_lessons_proposed.down,
    name: '20261129_103934_lessons_proposed'
  },
];
