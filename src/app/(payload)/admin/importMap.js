import { IdentifierCell as IdentifierCell_328601adda8879510d3b5593a408ebc1 } from '@/admin/fields/IdentifierCell'
import { TimeCell as TimeCell_80218d83aac79ed70bcd8608bd770604 } from '@/admin/fields/TimeCell'
import { LinkToDoc as LinkToDoc_2e9be70cd13299dd4a11a5bd739a5a3c } from '@payloadcms/plugin-stripe/client'
import { KeepUnsaved as KeepUnsaved_4ccb663f383e4641cc5a72f71a98c67c } from '@/admin/conflict/KeepUnsaved'
import { ContractOnboarding as ContractOnboarding_22d640c0368a8aa9cc8d4827b8050d3d } from '@/admin/contract/ContractOnboarding'
import { ContractTerms as ContractTerms_b3af1cf5b070cc68cd10c43a6375b965 } from '@/admin/contract/ContractTerms'
import { StatusCell as StatusCell_6e77a989c55677f010af7e1e24af3580 } from '@/admin/fields/StatusCell'
import { DayCell as DayCell_90008c45b22465c28ee40de7db56fa2b } from '@/admin/fields/DayCell'
import { DayField as DayField_24fce0dc0f05cc2b0160d3baca252942 } from '@/admin/fields/DayField'
import { InvoiceActions as InvoiceActions_52d614f2d69e947283b50f5867f0cb5f } from '@/admin/invoice/InvoiceActions'
import { StandingCell as StandingCell_23940733c3c1d364ff7dccf1fec7d4b4 } from '@/admin/invoice/StandingCell'
import { MoneyCell as MoneyCell_30ee3ee7c989e991f71fc0e8f159ec2b } from '@/admin/fields/MoneyCell'
import { MoneyField as MoneyField_ba2c5ac06b81588032d33cfe81ba381a } from '@/admin/fields/MoneyField'
import { JsonView as JsonView_b300ec301169ef56cc0cb539a3eef517 } from '@/admin/fields/JsonView'
import { TimeZoneField as TimeZoneField_c9505698511e50b5f1374dbe34efefe8 } from '@/admin/fields/TimeZoneField'
import { Casino360 as Casino360_09b1f923370c17e1818482a0ea0d5724 } from '@/admin/casino/Casino360'
import { WorkingHoursField as WorkingHoursField_c4e1bb601d2ac138fb83f6731e6207a9 } from '@/admin/fields/WorkingHoursField'
import { InviteActions as InviteActions_b2a47b1ad0ef030b13e52484bdabacca } from '@/admin/invite/InviteActions'
import { LivePanel as LivePanel_ec2476295d90c9f64b62ad76a0865a23 } from '@/admin/onboarding/LivePanel'
import { OnboardingOverview as OnboardingOverview_410c6c0c45f003f6c3ea20ce02beba8f } from '@/admin/plan/OnboardingOverview'
import { DecisionPage as DecisionPage_3fba5cfd669b894de44695d55f5f4552 } from '@/admin/decision/DecisionPage'
import { RunTimeline as RunTimeline_c6a33441e28c27bd98db9b66fc681b2a } from '@/admin/run/RunTimeline'
import { PlaybookStanding as PlaybookStanding_9e2ae123c876bb70cf9348385f601c97 } from '@/admin/playbook/PlaybookStanding'
import { NameField as NameField_ee2ab42e7125d76e5bfa7e4debff950c } from '@/admin/playbook/NameField'
import { ItemLabel as ItemLabel_35ee3d2398cc54b6573a8a233d26c445 } from '@/admin/playbook/ItemLabel'
import { PhaseLabel as PhaseLabel_17abef83dee380b034efc5be1da72da9 } from '@/admin/playbook/PhaseLabel'
import { LineLabel as LineLabel_a68a273a5b992f4005c2580f42015da9 } from '@/admin/playbook/LineLabel'
import { PersonActions as PersonActions_9cbb2f907b2c9b50af380fd5bb898240 } from '@/admin/person/PersonActions'
import { PersonEdit as PersonEdit_e7d9f64bd3ba51b60df178dea25e1f11 } from '@/admin/person/PersonEdit'
import { MessagePreview as MessagePreview_1038d21e93bc6fc3d03d21c568e3cc4d } from '@/admin/message/MessagePreview'
import { BeforeAfter as BeforeAfter_7cdc74bf99206ed6264a9d241eeed523 } from '@/admin/audit/BeforeAfter'
import { ActorCell as ActorCell_98c8680c62c6ef93ef4b862387c2a260 } from '@/admin/audit/ActorCell'
import { RecordCell as RecordCell_7dbc99874975b4c3509157a07a2d2720 } from '@/admin/audit/RecordCell'
import { ChainStatus as ChainStatus_7b00d1102f9dbb054d6d528149d8ad8f } from '@/admin/audit/ChainStatus'
import { SampleData as SampleData_89c311cfe5365ce811e01fcc11dc225a } from '@/admin/settings/SampleData'
import { Icon as Icon_bf8cb4afdadcf4adaf351a492c0a05e0 } from '@/admin/identity/Icon'
import { Logo as Logo_5e3224de6a5aa9f4ae1bc9dc9a3d21d3 } from '@/admin/identity/Logo'
import { WorkLinks as WorkLinks_eaf55a6ea9fa140ee8bff9519d63ea81 } from '@/admin/nav/WorkLinks'
import { NamedParts as NamedParts_de39295a57b0dc5a42f12fdace63bd96 } from '@/admin/parts/NamedParts'
import { EditConflicts as EditConflicts_e3573e6921aa13104aefb3cb8ab75760 } from '@/admin/conflict/EditConflicts'
import { AskPassword as AskPassword_93b60e6283eb8416f6786f3a545a2256 } from '@/admin/parts/AskPassword'
import { Dashboard as Dashboard_0d6625b7f13ee764fd23a0cf2428adda } from '@/admin/dashboard/Dashboard'
import { PortfolioView as PortfolioView_76c991135d1a1755d4aa22262d1081e3 } from '@/admin/portfolio/PortfolioView'
import { MyWorkView as MyWorkView_12da6835230e68241407ad3d30cdd596 } from '@/admin/my-work/MyWorkView'
import { ReportsView as ReportsView_31bae7b81d18535f79e8cba24f1e86fa } from '@/admin/reports/ReportsView'
import { HeldPayments as HeldPayments_9093f95a91c9b5a2ac1016fda32ab6ff } from '@/admin/held-payments/HeldPayments'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/admin/fields/IdentifierCell#IdentifierCell": IdentifierCell_328601adda8879510d3b5593a408ebc1,
  "@/admin/fields/TimeCell#TimeCell": TimeCell_80218d83aac79ed70bcd8608bd770604,
  "@payloadcms/plugin-stripe/client#LinkToDoc": LinkToDoc_2e9be70cd13299dd4a11a5bd739a5a3c,
  "@/admin/conflict/KeepUnsaved#KeepUnsaved": KeepUnsaved_4ccb663f383e4641cc5a72f71a98c67c,
  "@/admin/contract/ContractOnboarding#ContractOnboarding": ContractOnboarding_22d640c0368a8aa9cc8d4827b8050d3d,
  "@/admin/contract/ContractTerms#ContractTerms": ContractTerms_b3af1cf5b070cc68cd10c43a6375b965,
  "@/admin/fields/StatusCell#StatusCell": StatusCell_6e77a989c55677f010af7e1e24af3580,
  "@/admin/fields/DayCell#DayCell": DayCell_90008c45b22465c28ee40de7db56fa2b,
  "@/admin/fields/DayField#DayField": DayField_24fce0dc0f05cc2b0160d3baca252942,
  "@/admin/invoice/InvoiceActions#InvoiceActions": InvoiceActions_52d614f2d69e947283b50f5867f0cb5f,
  "@/admin/invoice/StandingCell#StandingCell": StandingCell_23940733c3c1d364ff7dccf1fec7d4b4,
  "@/admin/fields/MoneyCell#MoneyCell": MoneyCell_30ee3ee7c989e991f71fc0e8f159ec2b,
  "@/admin/fields/MoneyField#MoneyField": MoneyField_ba2c5ac06b81588032d33cfe81ba381a,
  "@/admin/fields/JsonView#JsonView": JsonView_b300ec301169ef56cc0cb539a3eef517,
  "@/admin/fields/TimeZoneField#TimeZoneField": TimeZoneField_c9505698511e50b5f1374dbe34efefe8,
  "@/admin/casino/Casino360#Casino360": Casino360_09b1f923370c17e1818482a0ea0d5724,
  "@/admin/fields/WorkingHoursField#WorkingHoursField": WorkingHoursField_c4e1bb601d2ac138fb83f6731e6207a9,
  "@/admin/invite/InviteActions#InviteActions": InviteActions_b2a47b1ad0ef030b13e52484bdabacca,
  "@/admin/onboarding/LivePanel#LivePanel": LivePanel_ec2476295d90c9f64b62ad76a0865a23,
  "@/admin/plan/OnboardingOverview#OnboardingOverview": OnboardingOverview_410c6c0c45f003f6c3ea20ce02beba8f,
  "@/admin/decision/DecisionPage#DecisionPage": DecisionPage_3fba5cfd669b894de44695d55f5f4552,
  "@/admin/run/RunTimeline#RunTimeline": RunTimeline_c6a33441e28c27bd98db9b66fc681b2a,
  "@/admin/playbook/PlaybookStanding#PlaybookStanding": PlaybookStanding_9e2ae123c876bb70cf9348385f601c97,
  "@/admin/playbook/NameField#NameField": NameField_ee2ab42e7125d76e5bfa7e4debff950c,
  "@/admin/playbook/ItemLabel#ItemLabel": ItemLabel_35ee3d2398cc54b6573a8a233d26c445,
  "@/admin/playbook/PhaseLabel#PhaseLabel": PhaseLabel_17abef83dee380b034efc5be1da72da9,
  "@/admin/playbook/LineLabel#LineLabel": LineLabel_a68a273a5b992f4005c2580f42015da9,
  "@/admin/person/PersonActions#PersonActions": PersonActions_9cbb2f907b2c9b50af380fd5bb898240,
  "@/admin/person/PersonEdit#PersonEdit": PersonEdit_e7d9f64bd3ba51b60df178dea25e1f11,
  "@/admin/message/MessagePreview#MessagePreview": MessagePreview_1038d21e93bc6fc3d03d21c568e3cc4d,
  "@/admin/audit/BeforeAfter#BeforeAfter": BeforeAfter_7cdc74bf99206ed6264a9d241eeed523,
  "@/admin/audit/ActorCell#ActorCell": ActorCell_98c8680c62c6ef93ef4b862387c2a260,
  "@/admin/audit/RecordCell#RecordCell": RecordCell_7dbc99874975b4c3509157a07a2d2720,
  "@/admin/audit/ChainStatus#ChainStatus": ChainStatus_7b00d1102f9dbb054d6d528149d8ad8f,
  "@/admin/settings/SampleData#SampleData": SampleData_89c311cfe5365ce811e01fcc11dc225a,
  "@/admin/identity/Icon#Icon": Icon_bf8cb4afdadcf4adaf351a492c0a05e0,
  "@/admin/identity/Logo#Logo": Logo_5e3224de6a5aa9f4ae1bc9dc9a3d21d3,
  "@/admin/nav/WorkLinks#WorkLinks": WorkLinks_eaf55a6ea9fa140ee8bff9519d63ea81,
  "@/admin/parts/NamedParts#NamedParts": NamedParts_de39295a57b0dc5a42f12fdace63bd96,
  "@/admin/conflict/EditConflicts#EditConflicts": EditConflicts_e3573e6921aa13104aefb3cb8ab75760,
  "@/admin/parts/AskPassword#AskPassword": AskPassword_93b60e6283eb8416f6786f3a545a2256,
  "@/admin/dashboard/Dashboard#Dashboard": Dashboard_0d6625b7f13ee764fd23a0cf2428adda,
  "@/admin/portfolio/PortfolioView#PortfolioView": PortfolioView_76c991135d1a1755d4aa22262d1081e3,
  "@/admin/my-work/MyWorkView#MyWorkView": MyWorkView_12da6835230e68241407ad3d30cdd596,
  "@/admin/reports/ReportsView#ReportsView": ReportsView_31bae7b81d18535f79e8cba24f1e86fa,
  "@/admin/held-payments/HeldPayments#HeldPayments": HeldPayments_9093f95a91c9b5a2ac1016fda32ab6ff,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
